import { renderMath } from '#compiler/4-emit/render-math.ts';

/**
 * What shows formulas, built as a script of its own: the compiler's worker loads it only for notes that have some. A
 * script of a worker has no exports that survive the build, so it leaves what it offers on the global object.
 */
(globalThis as { deckhandRenderMath?: typeof renderMath }).deckhandRenderMath = renderMath;
