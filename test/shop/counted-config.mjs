// The shop's config with counting on: what `npm run demo:traffic` walks by, and what `COUNT=1 npm start` serves.

/** What hardly any visitor of the shop spends. */
const CAP = 2000;

/**
 * @template {{ goals?: { value?: string | undefined }[] | undefined }} C
 * @param {C} config
 */
export const countedConfig = (config) => ({
  ...config,
  measure: { ping: {}, goals: ['ordered'] },
  goals: config.goals?.map((goal) => (goal.value === undefined ? goal : { ...goal, cap: CAP })),
});
