import { hasVerb } from './term.ts';

/** A statement says what its title is: `一個開源的 container runtime`, `RAFT 共識算法`. */
export function isDefining(statement: string, title: string): boolean {
	const said = withoutName(statement, title);
	return said === undefined ? opening.test(statement) : saidOfName.test(said);
}

/** A statement of several that are surely a definition, and not one property among others. */
export function isPlainDefinition(statement: string, title: string): boolean {
	const said = withoutName(statement, title);
	if (said !== undefined) return saidOfName.test(said);
	if (englishPhrase.test(statement)) return true;
	return article.test(statement) && !(/^一/.test(statement) && hasVerb(statement));
}

/** What is said after the title's own name; undefined where the statement does not begin with it. */
function withoutName(statement: string, title: string): string | undefined {
	const names = [title, title.replace(/^[^：:]*[：:]\s*/, ''), title.replace(/\s*[(（].*$/, '')];
	const name = names.find((one) => one !== '' && statement.toLowerCase().startsWith(one.toLowerCase()));
	return name === undefined ? undefined : statement.slice(name.length).trim();
}

const article = /^(?:一(?:個|个|種|种|款|套|組|组)|是(?!否)|指的是|即是|即為|is\s(?:an?|the)\s|means\s)/i;
/** `A set of steps in a workflow …`, but not `A failing probe restarts …`. */
const englishPhrase =
	/^(?:an?|the)\s+(?:(?!(?:is|are|was|were|can|has|have|does|must|should|will|may)\b)[\w-]+\s+){1,4}?(?:that|which|of|for|in|to|with|where)\b/i;
const saidOfName =
	/^(?:一(?:個|个|種|种)|是|為|为|指|即|\S*(?:算法|演算法|協定|协议|工具|平台|服務|服务)|an?\s|is\s(?:an?|the)\s|means\s)/i;
const opening =
	/^(?:一(?:個|个|種|种|款|套|組|组)|是|為|为|指|主要|規定|规定|定義|定义|描述|負責|负责|提供|表示|沒有|没有|an?\s|the\s|is\s|means\s|used\s)/i;
