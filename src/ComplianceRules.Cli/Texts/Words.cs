using System.Globalization;
using System.Runtime.CompilerServices;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Cli.Texts;

/// <summary>The texts of the tool in one language: a member a text, of the same name as its key in the resources.</summary>
/// <remarks>Immutable. The files of this class go by resource.</remarks>
internal sealed partial class Words(TextLanguage language)
{
    public TextLanguage Language { get; } = language;

    /// <summary>A whole number as people read it.</summary>
    private static string Count(long number) => number.ToString(CultureInfo.InvariantCulture);

    private string Say([CallerMemberName] string key = "") => TextTable.Entries[key].In(Language);

    private string Say(ReadOnlySpan<object?> arguments, [CallerMemberName] string key = "") =>
        string.Format(CultureInfo.InvariantCulture, Say(key), arguments);
}
