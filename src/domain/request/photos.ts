/** 照片的张数, of one matter, from whoever raised it. */
export const MOST_PHOTOS = 6;
