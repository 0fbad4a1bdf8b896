package dev.plumbline.analysis.format.threshold;

import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.model.Direction;
import dev.plumbline.analysis.threshold.ClassicModel;
import dev.plumbline.analysis.threshold.ClassicTest;
import dev.plumbline.analysis.threshold.DefaultTest;
import dev.plumbline.analysis.threshold.Threshold;
import dev.plumbline.analysis.threshold.ThresholdRule;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A rule while its fields are read. */
final class RuleDraft {

    private static final Set<RuleField> OF_DEFAULT = EnumSet.of(RuleField.MINIMUM_EFFECT, RuleField.CONFIDENCE);
    private static final Set<RuleField> OF_CLASSIC = EnumSet.range(RuleField.LOWER_BOUNDARY, RuleField.WINDOW);
    private static final Set<RuleField> OF_SAMPLE = EnumSet.range(RuleField.MIN_SAMPLE_SIZE, RuleField.WINDOW);

    /** Bencher accepts no smaller sample either. */
    private static final int LEAST_SAMPLE = 2;

    private static final int MOST_SAMPLE = 1_000_000;

    /** A hundred years. */
    private static final long LONGEST_WINDOW = 3_155_760_000L;

    private final Set<RuleField> seen = EnumSet.noneOf(RuleField.class);
    private String benchmark = "*";
    private String metric = "*";
    private String environment = "*";
    private Direction direction = Direction.NOT_KNOWN;
    private String test = DefaultTest.STANDARD.label();
    private double minimumEffect = Double.NaN;
    private double confidence = Double.NaN;
    private double lowerBoundary = Double.NaN;
    private double upperBoundary = Double.NaN;
    private int minSampleSize = 1;
    private int maxSampleSize = Integer.MAX_VALUE;
    private long window = Long.MAX_VALUE;

    /** Reads the value of a field. */
    void read(RuleCursor cursor, String name) throws IOException {
        RuleField field = RuleField.of(name)
                .orElseThrow(() -> cursor.invalid(
                        "'" + Place.printable(name) + "' isn't a field of a rule, expected one of " + RuleField.all()));
        if (!seen.add(field)) {
            throw cursor.refuse(ProblemCode.DUPLICATE_FIELD, name + " appears twice; keep one");
        }
        switch (field) {
            case BENCHMARK -> benchmark = cursor.text(name);
            case METRIC -> metric = cursor.text(name);
            case ENVIRONMENT -> environment = cursor.text(name);
            case DIRECTION -> direction = direction(cursor);
            case TEST -> test = cursor.text(name);
            case MINIMUM_EFFECT -> minimumEffect = cursor.number(name);
            case CONFIDENCE -> confidence = cursor.number(name);
            case LOWER_BOUNDARY -> lowerBoundary = cursor.number(name);
            case UPPER_BOUNDARY -> upperBoundary = cursor.number(name);
            case MIN_SAMPLE_SIZE -> minSampleSize = (int) cursor.whole(name, LEAST_SAMPLE, MOST_SAMPLE);
            case MAX_SAMPLE_SIZE -> maxSampleSize = (int) cursor.whole(name, LEAST_SAMPLE, MOST_SAMPLE);
            case WINDOW -> window = cursor.whole(name, 1, LONGEST_WINDOW);
        }
    }

    /** The rule, at the end of its object. */
    ThresholdRule rule(RuleCursor cursor) {
        if (seen.stream().noneMatch(field -> !isAddress(field))) {
            throw cursor.refuse(
                    ProblemCode.MISSING_FIELD,
                    "it changes nothing; give direction, minimumEffect, confidence, or a test");
        }
        try {
            return new ThresholdRule(benchmark, metric, environment, threshold(cursor), direction);
        } catch (IllegalArgumentException outOfRange) {
            throw cursor.invalid(String.valueOf(outOfRange.getMessage()));
        }
    }

    private static Direction direction(RuleCursor cursor) throws IOException {
        String label = cursor.text(RuleField.DIRECTION.label());
        return Direction.ofLabel(label)
                .orElseThrow(() -> cursor.invalid(
                        "direction is '" + Place.printable(label) + "', expected lower or higher: which is better"));
    }

    private Threshold threshold(RuleCursor cursor) {
        if (test.equals(DefaultTest.STANDARD.label())) {
            refuse(cursor, OF_CLASSIC);
            return new DefaultTest(minimumEffect, confidence);
        }
        Optional<ClassicTest> classic = Arrays.stream(ClassicTest.values())
                .filter(one -> one.label().equals(test))
                .findFirst();
        ClassicTest known = classic.orElseThrow(() -> cursor.invalid("test is '" + Place.printable(test)
                + "', expected default, "
                + Arrays.stream(ClassicTest.values()).map(ClassicTest::label).collect(Collectors.joining(", "))));
        refuse(cursor, OF_DEFAULT);
        if (known == ClassicTest.STATIC) {
            refuse(cursor, OF_SAMPLE);
        }
        return new ClassicModel(known, lowerBoundary, upperBoundary, minSampleSize, maxSampleSize, window);
    }

    private void refuse(RuleCursor cursor, Set<RuleField> foreign) {
        for (RuleField field : seen) {
            if (foreign.contains(field)) {
                throw cursor.invalid(field.label() + " means nothing to the test '" + test + "'; remove it"
                        + (seen.contains(RuleField.TEST) ? "" : ", or name the test that it is for"));
            }
        }
    }

    private static boolean isAddress(RuleField field) {
        return field == RuleField.BENCHMARK || field == RuleField.METRIC || field == RuleField.ENVIRONMENT;
    }
}
