using System.Globalization;
using System.Text;
using ComplianceRules.Packs;

namespace ComplianceRules.Interop;

/// <summary>Makes ids of names: letters, digits, <c>.</c>, <c>-</c> and <c>_</c> stay, and each id is given once, whatever its case.</summary>
/// <remarks>For one thread.</remarks>
/// <param name="taken">Ids that others have.</param>
internal sealed class FreeIds(IEnumerable<string> taken)
{
    // Room for what tells two of one name apart.
    private const int Longest = (PackBounds.NameLength / 2) - 4;

    private readonly HashSet<string> _taken = new(taken, StringComparer.OrdinalIgnoreCase);

    /// <summary>An id that nothing else has.</summary>
    /// <param name="name">The name it is made of.</param>
    /// <param name="otherwise">What it is called where the name has nothing that an id may have.</param>
    /// <param name="before">What stands before it.</param>
    public string Of(string name, string otherwise, string before = "")
    {
        string plain = Plain(name);
        string id = before + (plain.Length == 0 ? otherwise : plain);
        string free = id;
        for (int number = 2; !_taken.Add(free); number++) free = string.Create(CultureInfo.InvariantCulture, $"{id}-{number}");
        return free;
    }

    private static string Plain(string name)
    {
        StringBuilder id = new();
        foreach (char c in name)
        {
            bool stays = char.IsAsciiLetterOrDigit(c) || c is '.' or '_';
            if (stays) id.Append(c);
            else if (id.Length > 0 && id[^1] != '-') id.Append('-');
            if (id.Length == Longest) break;
        }

        string trimmed = id.ToString().Trim('-', '.');
        return trimmed.Any(char.IsAsciiLetterOrDigit) ? trimmed : string.Empty;
    }
}
