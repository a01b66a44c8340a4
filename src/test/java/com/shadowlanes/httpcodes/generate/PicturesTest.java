package com.shadowlanes.httpcodes.generate;

import static com.shadowlanes.httpcodes.generate.Pictures.HEIGHT;
import static com.shadowlanes.httpcodes.generate.Pictures.MARGIN;
import static com.shadowlanes.httpcodes.generate.Pictures.WIDTH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.shadowlanes.httpcodes.catalog.Comparison;
import com.shadowlanes.httpcodes.catalog.DatasetReader;
import com.shadowlanes.httpcodes.catalog.StatusCode;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesTest {
    /** Bytes of all pictures together, because they are a part of the executable. */
    private static final int LIMIT = 1_050_000;

    static Collection<StatusCode> codes() {
        return DatasetReader.read().all();
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyCodeHasAPictureWithEmptyMargins(StatusCode code) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(file(code)));
        assertEquals(WIDTH, picture.getWidth());
        assertEquals(HEIGHT, picture.getHeight());
        assertEquals(
                4,
                assertInstanceOf(IndexColorModel.class, picture.getColorModel()).getPixelSize());
        assertMarginsAreEmpty(picture);
    }

    static Stream<String> others() {
        return Stream.concat(
                Stream.of("site"), DatasetReader.read().comparisons().stream().map(Comparison::name));
    }

    @ParameterizedTest
    @MethodSource("others")
    void theSiteAndEveryComparisonHaveAPictureWithEmptyMargins(String name) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(file(name)));
        assertEquals(WIDTH, picture.getWidth());
        assertEquals(HEIGHT, picture.getHeight());
        assertMarginsAreEmpty(picture);
    }

    @Test
    void picturesAreSmall() throws IOException {
        int sum = 0;
        for (StatusCode code : codes()) {
            sum += file(code).length;
        }
        for (String name : others().toList()) {
            sum += file(name).length;
        }
        assertTrue(sum <= LIMIT, "all pictures together have " + sum + " bytes");
    }

    /** Those that Maven drew: of a class, outside the classes, with a name in one line and in two. */
    @ParameterizedTest
    @ValueSource(ints = {103, 200, 308, 404, 431, 500, 511, 999})
    void drawsTheSameAgain(int code) throws IOException {
        StatusCode drawn = DatasetReader.read().get(code);
        BufferedImage picture = new Pictures().draw(code, drawn.classDigit(), drawn.name());
        BufferedImage published = ImageIO.read(new ByteArrayInputStream(file(drawn)));
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                assertEquals(published.getRGB(x, y), picture.getRGB(x, y), "the point at " + x + ", " + y);
            }
        }
    }

    @Test
    void longNamesShrink() throws IOException {
        Pictures pictures = new Pictures();
        String words = "The Plain HTTP Request Was Sent To ".repeat(6).strip();
        assertMarginsAreEmpty(pictures.draw(888, 0, words));
        String word = "Unhyphenatable".repeat(6);
        assertMarginsAreEmpty(pictures.draw(888, 0, word));
    }

    private static void assertMarginsAreEmpty(BufferedImage picture) {
        Rectangle inside = new Rectangle(MARGIN, MARGIN, WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                assertTrue(
                        inside.contains(x, y) || picture.getRaster().getSample(x, y, 0) == 0,
                        "something is drawn at " + x + ", " + y);
            }
        }
    }

    private static byte[] file(StatusCode code) throws IOException {
        return file("" + code.code());
    }

    private static byte[] file(String name) throws IOException {
        try (InputStream file = PicturesTest.class.getResourceAsStream("/pictures/" + name + ".png")) {
            assertNotNull(file, "Maven has not drawn pictures/" + name + ".png");
            return file.readAllBytes();
        }
    }
}
