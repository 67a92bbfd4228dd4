import { createMemoryModel, defaultParameterSet } from './create-memory-model.ts';
import type { MemoryModel, ParameterSet } from './memory-model.ts';

/** The memory model in force, and those of older parameter sets that review events may name. */
export interface Models {
	readonly parameters: ParameterSet;
	readonly inForce: MemoryModel;
	/** The model of a parameter set; the one in force where the id is not known. */
	byId(parametersId: string): MemoryModel;
}

export function createModels(sets: readonly ParameterSet[], parametersId: string): Models {
	const setsById = new Map([defaultParameterSet, ...sets].map((set) => [set.id, set]));
	const parameters = setsById.get(parametersId) ?? defaultParameterSet;
	const inForce = createMemoryModel(parameters);
	const modelsById = new Map([[parameters.id, inForce]]);
	return {
		parameters,
		inForce,
		byId(id) {
			const set = setsById.get(id);
			if (set === undefined) return inForce;
			const model = modelsById.get(id) ?? createMemoryModel(set);
			modelsById.set(id, model);
			return model;
		}
	};
}
