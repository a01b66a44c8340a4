package com.shadowlanes.httpcodes.generate;

import com.shadowlanes.httpcodes.catalog.Catalog;
import com.shadowlanes.httpcodes.catalog.Comparison;
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
 * Draws what the preview of a link shows, {@code pictures/404.png} for each code, {@code pictures/401-vs-403.png} for each pair, in the style sheet's dark colours. Maven
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
    private static final int COMPARED = 132;
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
        Catalog catalog = DatasetReader.read();
        for (StatusCode code : catalog.all()) {
            write(directory.resolve(code.code() + ".png"), pictures.draw(code.code(), code.classDigit(), code.name()));
        }
        for (Comparison comparison : catalog.comparisons()) {
            List<StatusCode> codes =
                    comparison.codes().stream().map(catalog::get).toList();
            write(directory.resolve(comparison.name() + ".png"), pictures.draw(codes));
        }
        write(directory.resolve("site.png"), pictures.drawSite());
    }

    private static void write(Path path, BufferedImage picture) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam smallest = writer.getDefaultWriteParam();
        smallest.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        smallest.setCompressionQuality(0);
        try (ImageOutputStream file = ImageIO.createImageOutputStream(path.toFile())) {
            writer.setOutput(file);
            writer.write(null, new IIOImage(picture, null, null), smallest);
        }
    }

    /** The number above, the site beside it, the name below: in two lines at most, as large as they can be. */
    BufferedImage draw(int code, int classDigit, String name) throws IOException {
        return draw("" + code, colour("c" + classDigit), name);
    }

    /** Like a code, but the site itself. */
    BufferedImage drawSite() throws IOException {
        return draw("HTTP", colour("accent"), "Every status code explained");
    }

    private BufferedImage draw(String number, Color colour, String name) throws IOException {
        BufferedImage picture = blank(List.of(colour, colour("text"), colour("accent")));
        Graphics2D graphics = graphics(picture);
        fill(graphics, colour, numbers.line(number, NUMBER), MARGIN, MARGIN + NUMBER * 3 / 4);
        drawBrand(graphics);
        int size = NAME;
        List<Line> lines = words.wrap(name, size);
        while (lines.size() > 2 || lines.stream().anyMatch(line -> line.width > MEASURE)) {
            lines = words.wrap(name, --size);
        }
        int baseline = HEIGHT - MARGIN - size / 4 - (lines.size() - 1) * size * 9 / 8;
        for (Line line : lines) {
            fill(graphics, colour("text"), line, MARGIN, baseline);
            baseline += size * 9 / 8;
        }
        graphics.dispose();
        return picture;
    }

    /** Two codes, one below the other, each with its name beside it in one line, as large as it can be. */
    BufferedImage draw(List<StatusCode> codes) throws IOException {
        List<Color> inks = new ArrayList<>(List.of(colour("text"), colour("accent")));
        codes.forEach(code -> inks.add(colour("c" + code.classDigit())));
        BufferedImage picture = blank(inks.stream().distinct().toList());
        Graphics2D graphics = graphics(picture);
        drawBrand(graphics);
        int baseline = HEIGHT - MARGIN - NAME / 3 - COMPARED * 5 / 4;
        for (StatusCode code : codes) {
            Line number = numbers.line("" + code.code(), COMPARED);
            fill(graphics, colour("c" + code.classDigit()), number, MARGIN, baseline);
            double left = MARGIN + number.width + COMPARED / 4.0;
            int size = NAME;
            while (words.line(code.name(), size).width > WIDTH - MARGIN - left) {
                size--;
            }
            fill(graphics, colour("text"), words.line(code.name(), size), left, baseline);
            baseline += COMPARED * 5 / 4;
        }
        graphics.dispose();
        return picture;
    }

    private BufferedImage blank(List<Color> inks) {
        return new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_BINARY, palette(inks));
    }

    private static Graphics2D graphics(BufferedImage picture) {
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return graphics;
    }

    private void drawBrand(Graphics2D graphics) throws IOException {
        Line protocol = numbers.line("HTTP", BRAND);
        Line rest = words.line("Codes Explainer", BRAND);
        double left = WIDTH - MARGIN - rest.width;
        fill(graphics, colour("text"), rest, left, MARGIN + BRAND);
        left -= words.line(" ", BRAND).width + protocol.width;
        fill(graphics, colour("accent"), protocol, left, MARGIN + BRAND);
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
