package dev.plumbline.analysis.profile;

/**
 * What a function costs.
 *
 * @param function its name
 * @param kind what kind of code it is mostly
 * @param symbol whether the name is a function's
 * @param self its own
 * @param total its own and that of what it calls; a stack in which the function is several times counts once
 */
public record FunctionWeight(String function, FrameKind kind, boolean symbol, Weight self, Weight total) {}
