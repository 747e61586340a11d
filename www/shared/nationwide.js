/** The region of policies that apply everywhere. */
export const NATIONWIDE = "全国";
