/** Events of one device from which a segment is made, and how many it holds at most. */
export const segmentSize = { least: 500, most: 1_000 };
