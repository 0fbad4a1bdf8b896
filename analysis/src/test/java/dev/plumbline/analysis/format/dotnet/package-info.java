@NullMarked
package dev.plumbline.analysis.format.dotnet;

import org.jspecify.annotations.NullMarked;
