@NullMarked
package dev.plumbline.forge.product;

import org.jspecify.annotations.NullMarked;
