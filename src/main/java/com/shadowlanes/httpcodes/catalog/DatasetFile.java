package com.shadowlanes.httpcodes.catalog;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A file of the dataset: a YAML list whose rows are records of one type. Every error says where it is, as in
 * {@code codes/404.yaml, line 57, row 1, fields 2: note is missing}; lines, rows and elements of lists count from one.
 */
final class DatasetFile<T> {
    private static final LoadSettings YAML =
            LoadSettings.builder().setMaxAliasesForCollections(0).build();

    /** Jackson would turn 15.10 into "15.1" and "404" into a number; the dataset has to be exact. */
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .withCoercionConfig(
                    LogicalType.Textual, text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    private final String name;
    private final byte[] content;
    private final List<T> rows;

    /**
     * Reads all rows.
     *
     * @throws IllegalArgumentException if one of them is wrong
     */
    DatasetFile(String name, byte[] content, Class<T> type) {
        this.name = name;
        this.content = content;
        Object parsed = parse();
        if (!(parsed instanceof List<?> list) || list.isEmpty()) {
            throw error("the file must be a list of at least one row");
        }
        rejectEmpty(parsed);
        this.rows = List.copyOf(convert(parsed, type));
    }

    List<T> rows() {
        return rows;
    }

    /** Visits all rows with their indices, which {@link #error} expects. */
    void each(ObjIntConsumer<T> visitor) {
        IntStream.range(0, rows.size()).forEach(i -> visitor.accept(rows.get(i), i));
    }

    /** @throws IllegalArgumentException if two rows have the same key, which {@code keyName} says in a message */
    void distinct(String keyName, Function<T, ?> key) {
        Map<Object, Integer> first = new HashMap<>();
        each((row, i) -> {
            Integer other = first.putIfAbsent(key.apply(row), i);
            if (other != null) {
                throw error("has the same " + keyName + " as row " + (other + 1), i);
            }
        });
    }

    /**
     * An error to throw.
     *
     * @param reason what is wrong
     * @param path where: the index of the row, then names of members and indices of elements, which count from zero
     */
    IllegalArgumentException error(String reason, Object... path) {
        StringBuilder message = new StringBuilder(name);
        if (path.length > 0) {
            message.append(", line ").append(line(path)).append(", row");
        }
        for (Object step : path) {
            message.append(step instanceof Integer index ? " " + (index + 1) : ", " + step);
        }
        return new IllegalArgumentException(message.append(": ").append(reason).toString());
    }

    private Object parse() {
        try {
            return new Load(YAML).loadFromInputStream(new ByteArrayInputStream(content));
        } catch (MarkedYamlEngineException e) {
            String line = e.getProblemMark()
                    .map(mark -> ", line " + (mark.getLine() + 1))
                    .orElse("");
            throw new IllegalArgumentException(name + line + ": " + e.getProblem(), e);
        } catch (YamlEngineException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    /** What has nothing to say is left out, so an empty text or a key without a value is a slip. */
    private void rejectEmpty(Object value, Object... path) {
        if (value == null || value instanceof String text && text.isBlank()) {
            throw error("is empty", path);
        }
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                rejectEmpty(list.get(i), append(path, i));
            }
        }
        if (value instanceof Map<?, ?> members) {
            members.forEach((key, member) -> rejectEmpty(member, append(path, String.valueOf(key))));
        }
    }

    private static Object[] append(Object[] path, Object step) {
        return Stream.concat(Arrays.stream(path), Stream.of(step)).toArray();
    }

    private List<T> convert(Object parsed, Class<T> type) {
        try {
            return MAPPER.convertValue(parsed, MAPPER.getTypeFactory().constructCollectionType(List.class, type));
        } catch (IllegalArgumentException e) {
            if (!(e.getCause() instanceof JsonMappingException mapping)) {
                throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
            }
            Object[] path = mapping.getPath().stream()
                    .map(step -> step.getFieldName() != null ? (Object) step.getFieldName() : step.getIndex())
                    .toArray();
            throw error(reason(mapping), path);
        }
    }

    /** Jackson's own messages name Java classes, which someone who edits data does not know. */
    private static String reason(JsonMappingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "is unknown here; the members are " + join(new TreeSet<>(unknown.getKnownPropertyIds()));
        }
        if (e instanceof ValueInstantiationException && e.getCause() != null) {
            return e.getCause().getMessage();
        }
        if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            String found = e instanceof InvalidFormatException invalid ? invalid.getValue() + " " : "";
            return found + "must be " + kind(mismatch.getTargetType());
        }
        return e.getOriginalMessage();
    }

    private static String kind(Class<?> type) {
        if (type.isEnum()) {
            return "one of "
                    + join(Arrays.stream(type.getEnumConstants())
                            .map(constant -> written((Enum<?>) constant))
                            .toList());
        }
        if (type == String.class) {
            return "text (quote what looks like a number)";
        }
        if (type == int.class || type == Integer.class) {
            return "a whole number";
        }
        return Collection.class.isAssignableFrom(type) ? "a list" : "a mapping with members";
    }

    /** A value as the dataset writes it. */
    static String written(Enum<?> value) {
        return MAPPER.convertValue(value, String.class);
    }

    private static String join(Collection<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** The line of what a path leads to, or of the last step that is in the file. */
    private int line(Object... path) {
        Optional<Node> node = new Compose(YAML).composeInputStream(new ByteArrayInputStream(content));
        int line = 0;
        for (Object step : path) {
            if (node.isPresent() && node.get() instanceof SequenceNode list && step instanceof Integer index) {
                node = Optional.of(list.getValue().get(index));
                line = line(node.get());
            } else {
                Optional<NodeTuple> member = node.flatMap(parent -> member(parent, step));
                line = member.map(tuple -> line(tuple.getKeyNode())).orElse(line);
                node = member.map(NodeTuple::getValueNode);
            }
        }
        return line + 1;
    }

    private static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0);
    }

    private static Optional<NodeTuple> member(Node parent, Object name) {
        return parent instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode key
                                && key.getValue().equals(name))
                        .findFirst()
                : Optional.empty();
    }
}
