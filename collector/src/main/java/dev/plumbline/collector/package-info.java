/** The command line tool {@code plumbline}: reads results, says where they come from, sends them and shows the verdict. */
@NullMarked
package dev.plumbline.collector;

import org.jspecify.annotations.NullMarked;
