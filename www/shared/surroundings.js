/** WeChat shows pages in a web view that can neither print nor save files. */
export const inWeChat = /MicroMessenger/i.test(navigator.userAgent);

export const canPrint = !inWeChat && "print" in window;

/** A page opened from a file has no address that works elsewhere. */
export const hasPublicAddress = /^https?:$/.test(location.protocol);

/** The address of this page without its fragment, and without the query, where portals put codes and ids that are nobody else's business. */
export const pageAddress = location.href.replace(/[?#].*$/, "");
