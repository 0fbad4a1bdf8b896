package dev.plumbline.server.site.frame;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import gg.jte.resolve.DirectoryCodeResolver;
import java.io.File;
import java.nio.file.Path;
import java.util.List;

/** The templates. They escape everything that a page puts into HTML for its place. */
public final class Templates {

    private static final String PACKAGE = "dev.plumbline.server.site.templates";

    private final TemplateEngine engine;

    private Templates(TemplateEngine engine) {
        this.engine = engine;
    }

    /** The templates that were compiled with the server. */
    public static Templates compiled() {
        return new Templates(TemplateEngine.createPrecompiled(null, ContentType.Html, null, PACKAGE));
    }

    /**
     * Templates that are compiled when a page is rendered, and again when their file has changed: for development.
     *
     * @param sources the folder of the templates
     * @param classes an empty folder for what is compiled
     */
    public static Templates reloading(Path sources, Path classes) {
        TemplateEngine engine = TemplateEngine.create(
                new DirectoryCodeResolver(sources),
                classes,
                ContentType.Html,
                Templates.class.getClassLoader(),
                PACKAGE + ".reloaded");
        engine.setTrimControlStructures(true);
        engine.setClassPath(List.of(System.getProperty("java.class.path").split(File.pathSeparator)));
        return new Templates(engine);
    }

    /** The page as HTML in UTF-8. */
    public byte[] render(Page page) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render(page.template(), page, output);
        return output.toByteArray();
    }
}
