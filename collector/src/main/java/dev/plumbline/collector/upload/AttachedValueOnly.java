package dev.plumbline.collector.upload;

import java.util.Map;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** Allows an option's optional value only after an equals sign, so that a file's name isn't mistaken for it. */
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
