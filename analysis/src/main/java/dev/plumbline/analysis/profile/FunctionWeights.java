package dev.plumbline.analysis.profile;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Adds up a tree by function. A method that is interpreted first and compiled later is one function. */
final class FunctionWeights {

    private final Frames frames;
    private final CallTree tree;
    private final int[] functions;
    private final FunctionWeight[] weights;
    /** How often each function is in the stack that is being looked at. */
    private final int[] open;

    private FunctionWeights(Frames frames, CallTree tree) {
        this.frames = frames;
        this.tree = tree;
        Map<String, Integer> numbers = new HashMap<>();
        this.functions = new int[frames.size()];
        for (int i = 0; i < functions.length; i++) {
            Integer number = numbers.putIfAbsent(frames.get(i).function(), numbers.size());
            functions[i] = number == null ? numbers.size() - 1 : number;
        }
        this.weights = new FunctionWeight[numbers.size()];
        this.open = new int[numbers.size()];
    }

    /** The functions of a tree by name. */
    static Map<String, FunctionWeight> of(Frames frames, CallTree tree) {
        FunctionWeights sums = new FunctionWeights(frames, tree);
        sums.add();
        Map<String, FunctionWeight> all = new LinkedHashMap<>();
        for (FunctionWeight weight : sums.weights) {
            if (weight != null) {
                all.put(weight.function(), weight);
            }
        }
        return all;
    }

    private void add() {
        Weight[] totals = tree.totals();
        int[] firstChild = new int[tree.size()];
        int[] next = new int[tree.size()];
        Arrays.fill(firstChild, CallTree.NONE);
        for (int node = tree.size() - 1; node > 0; node--) {
            next[node] = firstChild[tree.parent(node)];
            firstChild[tree.parent(node)] = node;
        }
        Deque<Integer> path = new ArrayDeque<>();
        int node = firstChild[0];
        while (node != CallTree.NONE) {
            enter(node, totals[node]);
            path.push(node);
            node = firstChild[node];
            while (node == CallTree.NONE && !path.isEmpty()) {
                int left = path.pop();
                open[functions[tree.frame(left)]]--;
                node = next[left];
            }
        }
    }

    private void enter(int node, Weight total) {
        Frame frame = frames.get(tree.frame(node));
        int function = functions[tree.frame(node)];
        FunctionWeight before = weights[function];
        Weight counted = open[function]++ == 0 ? total : Weight.NONE;
        Weight self = tree.self(node);
        weights[function] = before == null
                ? new FunctionWeight(frame.function(), frame.kind(), frame.symbol(), self, counted)
                : new FunctionWeight(
                        before.function(),
                        self.sum() > before.self().sum() ? frame.kind() : before.kind(),
                        before.symbol(),
                        before.self().plus(self),
                        before.total().plus(counted));
    }
}
