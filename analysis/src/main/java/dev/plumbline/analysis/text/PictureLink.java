package dev.plumbline.analysis.text;

/**
 * A picture in its two forms, as absolute addresses that anyone who has them may fetch.
 *
 * @param light for light pages
 * @param dark for dark pages
 */
public record PictureLink(String light, String dark) {}
