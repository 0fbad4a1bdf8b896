package dev.plumbline.analysis.report.change;

import dev.plumbline.analysis.text.Markdown;
import dev.plumbline.analysis.text.PictureLink;

/** A picture as HTML that forges allow: dark pages get the dark one if the forge supports it, all others the light one. */
final class PictureMarkup {

    private PictureMarkup() {}

    /**
     * The picture on one line.
     *
     * @param alternative what it shows, for readers who don't see it
     * @param width in CSS pixels
     */
    static String of(PictureLink picture, String alternative, int width) {
        return "<picture><source media=\"(prefers-color-scheme: dark)\" srcset=\"" + Markdown.address(picture.dark())
                + "\"><img src=\"" + Markdown.address(picture.light()) + "\" width=\"" + width + "\" alt=\""
                + Markdown.attribute(alternative) + "\"></picture>";
    }
}
