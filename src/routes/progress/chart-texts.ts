import { m } from '#paraglide/messages.js';
import type { ChartTexts } from '#ui/charts/ChartFrame.svelte';

export const chartTexts = (): ChartTexts => ({
	showTable: m.progress_show_table(),
	saveCsv: m.progress_save_csv(),
	saveSvg: m.progress_save_svg(),
	savePng: m.progress_save_png(),
	notSaved: (reason: string) => m.progress_not_saved({ reason })
});
