package dev.plumbline.analysis.format.valgrind;

import dev.plumbline.analysis.format.document.ProblemCode;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Gathers the cost of each function while a file is read. */
final class FunctionCosts implements ProfileSink {

    private static final int MOST_FUNCTIONS = 250_000;

    private final Map<Name, CompressedNames> names = new EnumMap<>(Name.class);
    private final Map<String, Gathered> functions = new HashMap<>();
    private String object = "";
    private String calledObject = "";
    private String function = "";
    private String calledFunction = "";
    private Gathered current = new Gathered();
    private boolean calls;
    private String event = "";
    private long total;

    /** The costs so far of one function. */
    private static final class Gathered {
        private long self;
        private long called;
    }

    FunctionCosts() {
        CompressedNames objects = new CompressedNames();
        CompressedNames files = new CompressedNames();
        CompressedNames symbols = new CompressedNames();
        names.put(Name.OBJECT, objects);
        names.put(Name.CALLED_OBJECT, objects);
        names.put(Name.FILE, files);
        names.put(Name.CALLED_FILE, files);
        names.put(Name.FUNCTION, symbols);
        names.put(Name.CALLED_FUNCTION, symbols);
    }

    @Override
    public void named(Name kind, ByteLines line, int index) {
        if (kind == Name.FILE || kind == Name.CALLED_FILE) {
            return;
        }
        String name = names.getOrDefault(kind, new CompressedNames()).resolve(line, index);
        switch (kind) {
            case OBJECT -> {
                object = name;
                calledObject = name;
            }
            case CALLED_OBJECT -> calledObject = name;
            case FUNCTION -> {
                function = ValgrindFunctionName.of(name, object);
                calledObject = object;
                current = functions.computeIfAbsent(function, first -> new Gathered());
                if (functions.size() > MOST_FUNCTIONS) {
                    throw line.refuse(
                            ProblemCode.TOO_MANY_VALUES,
                            0,
                            "the file has more than " + MOST_FUNCTIONS + " functions; compare totals only");
                }
            }
            case CALLED_FUNCTION -> calledFunction = ValgrindFunctionName.of(name, calledObject);
            case FILE, CALLED_FILE -> {}
        }
    }

    @Override
    public void own(ProfilePart part, long[] costs) {
        long cost = costs[event(part)];
        current.self = saturated(current.self, cost);
        total = saturated(total, cost);
    }

    @Override
    public void called(ProfilePart part, long[] costs) {
        calls = true;
        if (!calledFunction.equals(function)) {
            current.called = saturated(current.called, costs[event(part)]);
        }
        calledObject = object;
    }

    private int event(ProfilePart part) {
        int index = Math.max(0, part.events.indexOf(CountedEvent.INSTRUCTIONS));
        event = part.events.get(index);
        return index;
    }

    private static long saturated(long left, long right) {
        long sum = left + right;
        return ((left ^ sum) & (right ^ sum)) < 0 ? Long.MAX_VALUE : sum;
    }

    /** All costs, when the file has been read. */
    CostByFunction all() {
        Map<String, CostByFunction.Cost> all = new TreeMap<>();
        functions.forEach((name, gathered) -> {
            long inclusive = saturated(gathered.self, gathered.called);
            all.put(name, new CostByFunction.Cost(gathered.self, calls ? Math.min(total, inclusive) : gathered.self));
        });
        return new CostByFunction(event, total, all);
    }
}
