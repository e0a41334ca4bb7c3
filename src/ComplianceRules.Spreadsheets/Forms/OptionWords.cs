using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Forms;

/// <summary>The words that a form offers for the values of an enum or set: the Chinese title, or the key where the title would be read as something else.</summary>
internal static class OptionWords
{
    public static ImmutableArray<string> Of(FieldSchema field)
    {
        CellReader reader = new(field, CellWords.Default);
        return [.. field.Options.Select(o => o.Title.In(TextLanguage.Chinese) is { Length: > 0 } title && Means(reader, title, o, field.Type) ? title : o.Key)];
    }

    private static bool Means(CellReader reader, string title, FieldOption option, FieldType type)
    {
        CellValue read = reader.Read(title.Trim());
        if (read.Unknown is not null || title != title.Trim()) return false;
        return type == FieldType.Set ? read.Keys is [string only] && only == option.Key : read.Text == option.Key;
    }
}
