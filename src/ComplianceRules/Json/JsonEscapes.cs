using System.Globalization;

namespace ComplianceRules.Json;

/// <summary>Looks at the escapes of a JSON text before they are resolved.</summary>
internal static class JsonEscapes
{
    /// <summary>Finds the first escape that is half a surrogate pair.</summary>
    /// <param name="raw">The text as it is written, without its quotes; known to be valid JSON.</param>
    /// <returns>The offset of the escape; -1 where there is none.</returns>
    public static int LoneSurrogate(ReadOnlySpan<byte> raw)
    {
        int high = -1;
        for (int at = 0; at < raw.Length;)
        {
            char unit = EscapedUnit(raw[at..], out int length);
            if (char.IsLowSurrogate(unit) != (high >= 0)) return high >= 0 ? high : at;
            high = char.IsHighSurrogate(unit) ? at : -1;
            at += length;
        }

        return high;
    }

    // Anything that is no escape of four hexadecimal digits counts as a unit that is no surrogate.
    private static char EscapedUnit(ReadOnlySpan<byte> raw, out int length)
    {
        length = raw[0] != (byte)'\\' ? 1 : raw[1] == (byte)'u' ? 6 : 2;
        return length == 6 ? (char)ushort.Parse(raw[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : '\0';
    }
}
