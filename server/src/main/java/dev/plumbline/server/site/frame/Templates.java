package dev.plumbline.server.site.frame;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;

/** The compiled templates. Everything that a page puts into HTML is escaped for its place by them. */
public final class Templates {

    private static final String PACKAGE = "dev.plumbline.server.site.templates";

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(null, ContentType.Html, null, PACKAGE);

    /** The page as HTML in UTF-8. */
    public byte[] render(Page page) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render(page.template(), page, output);
        return output.toByteArray();
    }
}
