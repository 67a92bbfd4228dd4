/** The scheduler travels beside the page, while the library is being opened. */
export const load = (): void => void import('#scheduler/scheduler-for.ts');
