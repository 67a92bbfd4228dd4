import { m } from '#paraglide/messages.js';
import type { ChartTexts } from '#ui/charts/ChartFrame.svelte';

export const chartTexts = (): ChartTexts => ({
	showTable: m.progress_show_table(),
	saveCsv: m.progress_save_csv(),
	saveSvg: m.progress_save_svg()
});
