/** What a notice may ask for in its report. */
export const reportFieldIds = ['identification-number', 'completed-on', 'clinic-name', 'phone'] as const;
