package com.shadowlanes.httpcodes.generate;

import com.shadowlanes.httpcodes.catalog.DatasetReader;
import com.shadowlanes.httpcodes.catalog.StatusCode;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Draws what the preview of a link shows, {@code pictures/404.png} for each code, in the style sheet's dark colours. Maven
 * runs it after compiling, and the application has only its pictures. It reads glyphs from Maven artifacts and fills them
 * in Java, so that a machine needs no fonts. All lengths are in pixels.
 */
public final class Pictures {
    static final int WIDTH = 1200;
    static final int HEIGHT = 630;

    /** What stays empty on each side. */
    static final int MARGIN = 64;

    private static final int MEASURE = WIDTH - 2 * MARGIN;
    private static final int NUMBER = 264;
    private static final int NAME = 66;
    private static final int BRAND = 33;

    /** Colours between the ground and each ink, itself included: enough for smooth edges, few enough for small files. */
    private static final int SHADES = 2;

    private final String style;
    private final Face words = new Face("inter/Inter-SemiBold.otf", -.02);
    private final Face numbers = new Face("jetbrains_mono/JetBrainsMono-Bold.ttf", -.05);

    /** The outline of a text at the origin, and how far it advances. */
    private record Line(Path2D outline, double width) {}

    Pictures() throws IOException {
        try (InputStream css = Pictures.class.getResourceAsStream("/assets/style.css")) {
            style = new String(css.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Draws every code's picture into {@code pictures/} in a directory, the only argument. */
    public static void main(String[] arguments) throws IOException {
        System.setProperty("java.awt.headless", "true");
        Path directory = Files.createDirectories(Path.of(arguments[0], "pictures"));
        Pictures pictures = new Pictures();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam smallest = writer.getDefaultWriteParam();
        smallest.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        smallest.setCompressionQuality(0);
        for (StatusCode code : DatasetReader.read().all()) {
            BufferedImage picture = pictures.draw(code.code(), code.classDigit(), code.name());
            try (ImageOutputStream file = ImageIO.createImageOutputStream(
                    directory.resolve(code.code() + ".png").toFile())) {
                writer.setOutput(file);
                writer.write(null, new IIOImage(picture, null, null), smallest);
            }
        }
    }

    /** The number above, the site beside it, the name below: in two lines at most, as large as they can be. */
    BufferedImage draw(int code, int classDigit, String name) throws IOException {
        Color number = colour("c" + classDigit);
        Color text = colour("text");
        Color accent = colour("accent");
        BufferedImage picture = new BufferedImage(
                WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_BINARY, palette(List.of(number, text, accent)));
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);

        fill(graphics, number, numbers.line("" + code, NUMBER), MARGIN, MARGIN + NUMBER * 3 / 4);
        Line protocol = numbers.line("HTTP", BRAND);
        Line rest = words.line("Codes Explainer", BRAND);
        double left = WIDTH - MARGIN - rest.width;
        fill(graphics, text, rest, left, MARGIN + BRAND);
        left -= words.line(" ", BRAND).width + protocol.width;
        fill(graphics, accent, protocol, left, MARGIN + BRAND);

        int size = NAME;
        List<Line> lines = words.wrap(name, size);
        while (lines.size() > 2 || lines.stream().anyMatch(line -> line.width > MEASURE)) {
            lines = words.wrap(name, --size);
        }
        int baseline = HEIGHT - MARGIN - size / 4 - (lines.size() - 1) * size * 9 / 8;
        for (Line line : lines) {
            fill(graphics, text, line, MARGIN, baseline);
            baseline += size * 9 / 8;
        }
        graphics.dispose();
        return picture;
    }

    /** Sets a line whose leftmost point is at {@code left}, in whole pixels, so that equal glyphs have equal ones. */
    private static void fill(Graphics2D graphics, Color colour, Line line, double left, int baseline) {
        int x = (int) (left - line.outline.getBounds().x);
        graphics.setColor(colour);
        graphics.fill(AffineTransform.getTranslateInstance(x, baseline).createTransformedShape(line.outline));
    }

    /** The ground, then the shades of each ink. */
    private IndexColorModel palette(List<Color> inks) {
        Color ground = colour("ground");
        List<Color> colours = new ArrayList<>(List.of(ground));
        for (Color ink : inks) {
            for (int shade = 1; shade <= SHADES; shade++) {
                colours.add(new Color(
                        ground.getRed() + (ink.getRed() - ground.getRed()) * shade / SHADES,
                        ground.getGreen() + (ink.getGreen() - ground.getGreen()) * shade / SHADES,
                        ground.getBlue() + (ink.getBlue() - ground.getBlue()) * shade / SHADES));
            }
        }
        int[] values = colours.stream().mapToInt(Color::getRGB).toArray();
        return new IndexColorModel(4, values.length, values, 0, false, -1, DataBuffer.TYPE_BYTE);
    }

    /** A dark colour of the style sheet. */
    private Color colour(String name) {
        Matcher found = Pattern.compile("--" + name + ": light-dark\\(#[0-9a-f]{6}, (#[0-9a-f]{6})\\)")
                .matcher(style);
        if (!found.find()) {
            throw new IllegalStateException(
                    "style.css has no colour --" + name + " for light and dark, with six digits");
        }
        return Color.decode(found.group(1));
    }

    /** A typeface; {@code tracking} is added after each glyph, as a part of the size. */
    private static final class Face {
        private final TrueTypeFont font;
        private final double tracking;

        Face(String file, double tracking) throws IOException {
            try (InputStream data = Pictures.class.getResourceAsStream("/com/formdev/flatlaf/fonts/" + file)) {
                this.font = new OTFParser().parse(new RandomAccessReadBuffer(data));
            }
            this.tracking = tracking;
        }

        Line line(String text, int size) throws IOException {
            double scale = (double) size / font.getUnitsPerEm();
            Path2D outline = new Path2D.Double();
            long x = 0;
            for (char character : text.toCharArray()) {
                String glyph = String.format("uni%04X", (int) character);
                AffineTransform upright = new AffineTransform(scale, 0, 0, -scale, x, 0);
                outline.append(font.getPath(glyph).getPathIterator(upright), false);
                x += Math.round(font.getWidth(glyph) * scale + tracking * size);
            }
            return new Line(outline, x);
        }

        List<Line> wrap(String text, int size) throws IOException {
            List<Line> lines = new ArrayList<>();
            String line = "";
            for (String word : text.split(" ")) {
                String longer = line.isEmpty() ? word : line + " " + word;
                if (!line.isEmpty() && line(longer, size).width > MEASURE) {
                    lines.add(line(line, size));
                    longer = word;
                }
                line = longer;
            }
            lines.add(line(line, size));
            return lines;
        }
    }
}
