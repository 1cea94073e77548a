/** The two IPC channels there are: calls from the page, events to it. */
export const callChannel = 'kyodo.call';
export const eventChannel = 'kyodo.event';
