/** `似乎…`, `我認為…`: the author is not sure, or speaks of an opinion; nothing to be learned by heart. */
export const isThought = (text: string): boolean =>
	/^(?:似乎|好像|也許|也许|或許|或许|我(?:認為|认为|覺得|觉得|想|猜|懷疑|怀疑)|不確定|不确定|I (?:think|guess|suppose|wonder|am not sure)\b|maybe\b|perhaps\b|not sure\b)/i.test(
		text
	);
