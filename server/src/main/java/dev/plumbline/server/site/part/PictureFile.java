package dev.plumbline.server.site.part;

import dev.plumbline.charts.picture.Theme;
import dev.plumbline.server.http.Parameters;
import dev.plumbline.server.http.PathKeys;
import dev.plumbline.server.http.Reply;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A picture as an address names it: {@code 17.svg} or {@code 17.png}.
 *
 * @param number what it is of
 * @param svg whether it is asked for as SVG and not as PNG
 */
public record PictureFile(String number, boolean svg) {

    private static final Pattern FILE = Pattern.compile("([0-9]{1,18})\\.(svg|png)");
    private static final String NO_SCRIPT = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    /** The one that the path ends with. */
    public static PictureFile of(RoutingContext context) {
        Matcher file = FILE.matcher(PathKeys.text(context, "file"));
        if (!file.matches()) {
            throw PathKeys.missing("picture");
        }
        return new PictureFile(file.group(1), file.group(2).equals("svg"));
    }

    /** The colours that are asked for. */
    public static Theme theme(Parameters query) {
        return switch (query.text("theme").orElse("light")) {
            case "light" -> Theme.LIGHT;
            case "dark" -> Theme.DARK;
            default -> throw Parameters.invalid("theme", "takes light or dark");
        };
    }

    /** The answer; nothing in it may run. */
    public Reply reply(Supplier<String> asSvg, Supplier<byte[]> asPng) {
        Reply reply = svg
                ? Reply.tagged("image/svg+xml", Buffer.buffer(asSvg.get()))
                : Reply.tagged("image/png", Buffer.buffer(asPng.get()));
        return reply.with("Content-Security-Policy", NO_SCRIPT);
    }
}
