package dev.plumbline.collector.upload;

import java.util.Map;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** Lets an option with an optional value have it only after an equals sign, so that a file's name is not taken for it. */
final class AttachedValueOnly implements IParameterPreprocessor {

    @Override
    public boolean preprocess(
            Stack<String> arguments, CommandSpec command, ArgSpec argument, Map<String, Object> information) {
        if (!"=".equals(information.get("separator"))) {
            arguments.push("");
        }
        return false;
    }
}
