/** What all commands share: the surroundings they run in, the files they are given, their output options and exit codes. */
@NullMarked
package dev.plumbline.collector.command;

import org.jspecify.annotations.NullMarked;
