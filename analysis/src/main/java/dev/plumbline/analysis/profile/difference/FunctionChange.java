package dev.plumbline.analysis.profile.difference;

import dev.plumbline.analysis.profile.FrameKind;

/**
 * How a function differs between two profiles.
 *
 * @param function its name
 * @param kind what kind of code it is
 * @param inBase whether the base has it
 * @param inHead whether the head has it
 * @param self its own cost
 * @param total its own and that of what it calls
 */
public record FunctionChange(
        String function, FrameKind kind, boolean inBase, boolean inHead, CostChange self, CostChange total) {}
