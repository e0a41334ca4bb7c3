using System.Globalization;
using System.Text;

namespace ComplianceRules.Interop;

/// <summary>A text or the key of an enum.</summary>
/// <param name="Text">What stands for it.</param>
internal sealed record DynamicWord(string Text) : DynamicTerm
{
    /// <summary>A text as it is written.</summary>
    /// <param name="content">The text.</param>
    public static DynamicWord Quoted(string content)
    {
        StringBuilder text = new("\"");
        foreach (char sign in content)
        {
            if (sign is '"' or '\\') text.Append('\\').Append(sign);
            else if (char.IsControl(sign)) text.Append(CultureInfo.InvariantCulture, $"\\u{(int)sign:x4}");
            else text.Append(sign);
        }

        return new DynamicWord(text.Append('"').ToString());
    }
}
