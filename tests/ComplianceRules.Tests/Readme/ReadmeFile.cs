namespace ComplianceRules.Tests.Readme;

/// <summary>A README as its tests see it: lines and fenced blocks.</summary>
internal sealed class ReadmeFile
{
    private const string Fence = "```";

    private ReadmeFile(string[] lines) => Lines = lines;

    public string[] Lines { get; }

    public static ReadmeFile Read(string path) => Parse(File.ReadAllText(RepositoryRoot.Combine(path)));

    public static ReadmeFile Parse(string text) => new(text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'));

    /// <summary>The fenced blocks in order; the line is that of the closing fence, from 1.</summary>
    public IEnumerable<(string Language, string Text, int LastLine)> Blocks()
    {
        int open = -1;
        for (int i = 0; i < Lines.Length; i++)
        {
            if (!Lines[i].StartsWith(Fence, StringComparison.Ordinal)) continue;
            if (open >= 0) yield return (Lines[open][Fence.Length..].Trim(), string.Concat(Lines[(open + 1)..i].Select(line => line + "\n")), i + 1);
            open = open < 0 ? i : -1;
        }

        if (open >= 0) throw new FormatException($"the fence of line {open + 1} is never closed");
    }

    /// <summary>Every C# block with the text block that follows it; null where none does.</summary>
    public IEnumerable<(string Code, string? Output)> Programs()
    {
        (string Language, string Text, int LastLine)[] blocks = [.. Blocks()];
        for (int i = 0; i < blocks.Length; i++)
        {
            if (blocks[i].Language != "csharp") continue;
            yield return (blocks[i].Text, i + 1 < blocks.Length && blocks[i + 1].Language == "text" ? blocks[i + 1].Text : null);
        }
    }
}
