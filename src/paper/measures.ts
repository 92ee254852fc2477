// The measures of a page that Word and PDF share, in points: how wide its text is, and how names are set in a table.

/** Points between the margins of a US Letter page: six and a half inches. */
export const TEXT_WIDTH = 468;
/** Points that a cell keeps free on its left and right together. */
export const CELL_PADDING = 8;
/** Of the face in which names are set: its size in points, and the width of each character as a part of that. */
export const NAME_SIZE = 8.5;
export const NAME_ADVANCE = 0.6025;
/** Below this, in points, nobody reads figures and letters apart. */
export const SMALLEST_NAME = 5.5;
