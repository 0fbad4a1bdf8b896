package dev.plumbline.analysis.report.change;

import dev.plumbline.analysis.text.Markdown;
import dev.plumbline.analysis.text.PictureLink;

/** A picture as HTML that forges let through: dark pages get the dark one where the forge can, all others the light one. */
final class PictureMarkup {

    private PictureMarkup() {}

    /**
     * The picture on one line.
     *
     * @param alternative what it shows, for who does not see it
     * @param width in CSS pixels
     */
    static String of(PictureLink picture, String alternative, int width) {
        return "<picture><source media=\"(prefers-color-scheme: dark)\" srcset=\"" + Markdown.address(picture.dark())
                + "\"><img src=\"" + Markdown.address(picture.light()) + "\" width=\"" + width + "\" alt=\""
                + Markdown.attribute(alternative) + "\"></picture>";
    }
}
