import { createFsrs6 } from './fsrs6.ts';
import { fsrs6Defaults } from './fsrs6-parameters.ts';
import type { MemoryModel, ModelName, ParameterSet } from './memory-model.ts';

/** Meant by an event whose `parametersId` is `fsrs-6`; never changed, a better set gets another id. */
export const defaultParameterSet: ParameterSet = { id: 'fsrs-6', model: 'fsrs-6', values: fsrs6Defaults };

const creators: { readonly [Name in ModelName]: (values: readonly number[]) => MemoryModel } = {
	'fsrs-6': createFsrs6
};

export const createMemoryModel = ({ model, values }: ParameterSet): MemoryModel => creators[model](values);
