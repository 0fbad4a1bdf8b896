package dev.plumbline.server.database;

import java.nio.ByteBuffer;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.mapper.ColumnMapper;

/** Reads columns in a Java form that JDBC doesn't have. */
public final class Columns {

    /** Where the binary form of an array has its length, in bytes. */
    private static final int SENT_LENGTH = 12;

    /** Where its elements begin. */
    private static final int SENT_ELEMENTS = 20;

    private Columns() {}

    /**
     * The constant that a column's word stands for.
     *
     * @param ofLabel the constant of a word
     * @throws IllegalStateException where the column holds no such word: another version wrote it
     */
    public static <E extends Enum<E>> E constant(ResultSet row, String column, Function<String, Optional<E>> ofLabel)
            throws SQLException {
        return constant(column, row.getString(column), ofLabel);
    }

    /** The constant likewise; empty where the column is null. */
    public static <E extends Enum<E>> Optional<E> knownConstant(
            ResultSet row, String column, Function<String, Optional<E>> ofLabel) throws SQLException {
        String word = row.getString(column);
        return word == null ? Optional.empty() : Optional.of(constant(column, word, ofLabel));
    }

    /** Maps a column likewise; null stays null. */
    public static <E extends Enum<E>> ColumnMapper<E> constants(Function<String, Optional<E>> ofLabel) {
        return (row, column, context) -> {
            String word = row.getString(column);
            return word == null ? null : constant(row.getMetaData().getColumnLabel(column), word, ofLabel);
        };
    }

    private static <E extends Enum<E>> E constant(String column, String word, Function<String, Optional<E>> ofLabel) {
        return ofLabel.apply(word)
                .orElseThrow(() -> new IllegalStateException("the column " + column + " holds '" + word
                        + "', which this version does not know: update the server"));
    }

    public static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /** A text, empty if the column is null. */
    public static String text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).orElse("");
    }

    /** A number, NaN if the column is null. */
    public static double number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }

    /** A key, empty if the column is null. */
    public static Optional<Long> key(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }

    public static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    public static double[] numbers(ResultSet row, String column) throws SQLException {
        return numbers(row, row.findColumn(column));
    }

    /** The numbers of a column by its place, from 1. */
    public static double[] numbers(ResultSet row, int column) throws SQLException {
        Double[] boxed = (Double[]) row.getArray(column).getArray();
        double[] numbers = new double[boxed.length];
        for (int i = 0; i < boxed.length; i++) {
            numbers[i] = boxed[i];
        }
        return numbers;
    }

    /**
     * The numbers of a column that is {@code array_send} of a one-dimensional array of doubles, by its place, from 1: the array's
     * binary form, big-endian, which for thousands of rows is several times as fast as to write and read the numbers as text.
     */
    public static double[] sentNumbers(ResultSet row, int column) throws SQLException {
        ByteBuffer sent = ByteBuffer.wrap(row.getBytes(column));
        // The number of dimensions, whether there are nulls, and the type of the elements; then length and first index.
        if (sent.getInt(0) == 0) {
            return new double[0];
        }
        double[] numbers = new double[sent.getInt(SENT_LENGTH)];
        sent.position(SENT_ELEMENTS);
        for (int i = 0; i < numbers.length; i++) {
            sent.getInt(); // the size of the element
            numbers[i] = sent.getDouble();
        }
        return numbers;
    }

    /** Two arrays of equal length as a map in their order. */
    public static Map<String, String> map(ResultSet row, String keys, String values) throws SQLException {
        List<String> names = texts(row, keys);
        List<String> contents = texts(row, values);
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            map.put(names.get(i), contents.get(i));
        }
        return map;
    }
}
