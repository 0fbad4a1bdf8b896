package dev.plumbline.charts;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A canvas of pixels. */
final class RasterCanvas implements Canvas {

    private final BufferedImage image;
    private final Graphics2D graphics;

    RasterCanvas(int width, int height, int density) {
        image = new BufferedImage(width * density, height * density, BufferedImage.TYPE_INT_ARGB);
        graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(density, density);
    }

    @Override
    public Graphics2D graphics() {
        return graphics;
    }

    @Override
    public void fill(String role, Shape shape, Ink ink) {
        graphics.setColor(ink.color());
        graphics.fill(shape);
    }

    @Override
    public void stroke(String role, Shape shape, Ink ink, Pen pen) {
        graphics.setColor(ink.color());
        graphics.setStroke(pen.stroke());
        graphics.draw(shape);
    }

    @Override
    public void text(String role, String text, double x, double y, Lettering lettering, Ink ink) {
        if (text.isEmpty()) {
            return;
        }
        Font font = new Font(Font.SANS_SERIF, lettering.bold() ? Font.BOLD : Font.PLAIN, 1)
                .deriveFont((float) lettering.size());
        double left = x - width(text, font) * lettering.anchor().share();
        graphics.setFont(font);
        graphics.setColor(ink.color());
        graphics.drawString(text, (float) left, (float) y);
    }

    /**
     * The width of a text. The first measurement starts Java's font system, which throws anything from a bare
     * RuntimeException to a bare Error on a machine without libfreetype, fontconfig or fonts.
     */
    private double width(String text, Font font) {
        try {
            return font.getStringBounds(text, graphics.getFontRenderContext()).getWidth();
        } catch (OutOfMemoryError | StackOverflowError e) {
            throw e;
        } catch (RuntimeException | Error e) {
            throw new ChartException(
                    "fonts-missing",
                    "a PNG needs fontconfig and at least one font on this machine; install them, or ask for SVG",
                    e);
        }
    }

    @Override
    public void tip(int index, Rectangle2D area, String text) {
        // Pixels can't be pointed at.
    }

    /** The pixels as a PNG file. */
    byte[] png() {
        graphics.dispose();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(stream);
            writer.write(image);
        } catch (IOException e) {
            throw new UncheckedIOException("writing a PNG into memory", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
