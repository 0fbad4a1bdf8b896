/** The reports of BenchmarkDotNet in JSON. */
@NullMarked
package dev.plumbline.analysis.format.dotnet;

import org.jspecify.annotations.NullMarked;
