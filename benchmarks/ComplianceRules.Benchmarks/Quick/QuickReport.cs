using System.Globalization;
using System.Runtime.Intrinsics;
using System.Text;
using System.Text.Json;

namespace ComplianceRules.Benchmarks;

/// <summary>What the quick proof has seen: times as lines while it runs, and the ratios of the table.</summary>
/// <param name="options">What was run.</param>
internal sealed class QuickReport(QuickOptions options)
{
    private readonly List<(string Name, double Ratio)> _ratios = [];

    private static string Isa => Vector512.IsHardwareAccelerated ? "avx512" : Vector256.IsHardwareAccelerated ? "avx2" : "none";

    /// <summary>Shows the times of a race, where people read.</summary>
    /// <param name="task">What was raced.</param>
    /// <param name="contenders">Who raced.</param>
    /// <param name="milliseconds">The least time of each.</param>
    /// <param name="evaluations">How many verdicts a run gives; 0 where that says nothing.</param>
    public void Add(string task, ReadOnlySpan<Contender> contenders, ReadOnlySpan<double> milliseconds, long evaluations)
    {
        if (options.IsJson) return;
        Console.Out.WriteLine(task);
        for (int i = 0; i < contenders.Length; i++)
        {
            string each = evaluations == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"  {milliseconds[i] * 1e6 / evaluations,9:F4} ns an evaluation");
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {contenders[i].Name,-28} {milliseconds[i],11:F3} ms{each}"));
        }
    }

    /// <summary>Adds a ratio: how many times less ours took, or, of a name with <c>within</c>, how many times more; or, of a name with a unit, the figure itself.</summary>
    public void Ratio(string name, double ratio) => _ratios.Add((name, ratio));

    public string Text()
    {
        StringBuilder text = new();
        text.AppendLine(CultureInfo.InvariantCulture, $"{options.Schools} schools, {options.Rounds} rounds, least processor time of the process, {Isa}");
        text.AppendLine();
        foreach ((string name, double ratio) in _ratios) text.AppendLine(CultureInfo.InvariantCulture, $"{name,-36} {ratio,8:F2}");
        return text.ToString();
    }

    public string Json()
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, new JsonWriterOptions { Indented = true }))
        {
            writer.WriteStartObject();
            writer.WriteStartObject("ratios");
            foreach ((string name, double ratio) in _ratios) writer.WriteNumber(name, Math.Round(ratio, 3));
            writer.WriteEndObject();
            writer.WriteString("isa", Isa);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }
}
