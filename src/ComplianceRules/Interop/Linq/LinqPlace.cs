using ComplianceRules.Diagnostics;
using ComplianceRules.Json;

namespace ComplianceRules.Interop;

/// <summary>Where a part of a foreign expression stands: parameters are put in where they are read, so that one tree holds parts of several texts.</summary>
/// <param name="Source">The JSON string.</param>
/// <param name="Offset">Where it starts in the text, in UTF-16 units.</param>
/// <param name="Length">How long it is there.</param>
internal readonly record struct LinqPlace(JsonNode Source, int Offset, int Length)
{
    private const int LongestExcerpt = 60;

    /// <summary>The place in the file.</summary>
    public SourceSpan Span => Source.SpanOf(Offset, Length);

    /// <summary>What is written there, cut where it is long.</summary>
    public string Text
    {
        get
        {
            string written = Source.Text.Substring(Offset, Length);
            return written.Length <= LongestExcerpt ? written : $"{written[..(char.IsHighSurrogate(written[LongestExcerpt - 1]) ? LongestExcerpt - 1 : LongestExcerpt)]}…";
        }
    }

    /// <summary>From here to the end of another place in the same text; that of a failure may lie before this one, which then counts alone.</summary>
    public LinqPlace To(LinqPlace last) => this with { Length = Math.Max(Length, last.Offset + last.Length - Offset) };
}
