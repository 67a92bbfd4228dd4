import type { Compilation, CompileOptions, NoteFile } from '#compiler/compilation.ts';
import type { RenderedNote } from '#compiler/render-note.ts';
import type { Note } from '#deck/deck.ts';

/** Options that can be sent to a worker: all but functions and the cache, which the worker has of its own. */
export type WorkerCompileOptions = Omit<CompileOptions, 'mintCardId' | 'cache' | 'renderMath' | 'runFile'> & {
	/** Ids of new cards follow from their text: every device that compiles the same notes gives them the same ones. */
	readonly isDerivingIds?: boolean;
};

/** To the worker: try one file alone first (so that a slow one is known), then compile them all. */
export type WorkerRequest =
	| { readonly type: 'try'; readonly file: NoteFile; readonly options: WorkerCompileOptions }
	| { readonly type: 'load-math'; readonly url: string }
	| { readonly type: 'render'; readonly note: NoteToRender }
	| { readonly type: 'compile'; readonly files: readonly NoteFile[]; readonly options: WorkerCompileOptions };

/** From the worker: that it has started, then one answer for each request, in order. */
export type WorkerResponse =
	| { readonly type: 'ready' }
	| { readonly type: 'tried'; readonly hasMath: boolean }
	| { readonly type: 'done' }
	| { readonly type: 'compiled'; readonly compilation: Compilation }
	| { readonly type: 'rendered'; readonly rendered: RenderedNote }
	| { readonly type: 'failed'; readonly message: string };

/** What is rendered of a note that is kept. */
export type NoteToRender = Pick<Note, 'file' | 'lang' | 'markdown' | 'images'>;
