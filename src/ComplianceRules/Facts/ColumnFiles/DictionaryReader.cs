using System.Text;
using System.Text.Unicode;

namespace ComplianceRules.Facts;

/// <summary>Takes texts that lie one behind the other: ids, which stay where they are, and dictionaries.</summary>
/// <param name="cursor">The sections.</param>
internal sealed class DictionaryReader(SectionCursor cursor)
{
    /// <summary>Texts as they lie in the file.</summary>
    /// <param name="count">How many.</param>
    /// <param name="length">How many bytes they take.</param>
    /// <param name="part">What messages call them.</param>
    public RowIds Ids(int count, int length, string part)
    {
        ReadOnlyMemory<int> starts = cursor.Take<int>(count + 1L, part, new AscendingNumbers().Ascend);
        bool isAscii = true;
        ReadOnlyMemory<byte> utf8 = cursor.Take<byte>(length, part, piece =>
        {
            isAscii = isAscii && Ascii.IsValid(piece);
            return true;
        });
        bool areWithin = starts.Span[0] == 0 && starts.Span[^1] == length;
        ColumnFileFault.Require(areWithin && (isAscii || (Utf8.IsValid(utf8.Span) && BeginCharacters(starts.Span[..^1], utf8.Span))), part);
        return new RowIds(utf8, starts);
    }

    /// <summary>Texts that rows have, each once.</summary>
    /// <param name="field">The field; an enum has declared values only.</param>
    /// <param name="column">How many texts and bytes there are.</param>
    /// <param name="part">What messages call them.</param>
    public RowIds Texts(FieldSchema field, ColumnEntry column, string part)
    {
        RowIds texts = Ids(column.Texts, column.TextLength, part);
        bool isSound = DistinctTexts.AreAll(texts) && (field.Type != FieldType.Enum || Enumerable.Range(0, texts.Count).All(i => field.HasOption(texts[i])));
        ColumnFileFault.Require(isSound, part);
        return texts;
    }

    // A text that begins inside of a character would be another text, though all of them together are valid.
    private static bool BeginCharacters(ReadOnlySpan<int> starts, ReadOnlySpan<byte> utf8)
    {
        const int Mark = 0xC0;
        const int Continued = 0x80;
        foreach (int start in starts)
        {
            if (start < utf8.Length && (utf8[start] & Mark) == Continued) return false;
        }

        return true;
    }
}
