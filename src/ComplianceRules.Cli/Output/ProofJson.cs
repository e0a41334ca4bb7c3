using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ComplianceRules.Proofs;

namespace ComplianceRules.Cli.Output;

/// <summary>Comparisons of rules as a JSON array.</summary>
internal static class ProofJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" };

    public static void Write(IEnumerable<RuleProof> proofs, Stream output)
    {
        using (Utf8JsonWriter json = new(output, Options))
        {
            json.WriteStartArray();
            foreach (RuleProof proof in proofs) Write(proof, json);
            json.WriteEndArray();
        }

        output.Write("\n"u8);
    }

    /// <summary>A day as JSON and people write it.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void Write(RuleProof proof, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("rule", proof.Rule);
        json.WriteString("pack", proof.Pack);
        json.WriteString("replacement", proof.Replacement);
        json.WriteBoolean("relaxes", proof.IsRelaxed);
        json.WriteString("from", Day(proof.Span.From));
        json.WriteString("until", Day(proof.Span.Until));
        json.WriteStartArray("changes");
        foreach (ParameterChange change in proof.Changes) Write(change, json);
        json.WriteEndArray();
        json.WriteString("outcome", NameOf(proof.Comparison.Outcome));
        json.WriteString("term", proof.Comparison.Term);
        Write(proof.Comparison.Witness, json);
        json.WriteEndObject();
    }

    private static void Write(ParameterChange change, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("parameter", change.Parameter);
        json.WriteString("key", change.Key);
        json.WriteString("before", change.Before);
        json.WriteString("after", change.After);
        json.WriteEndObject();
    }

    private static void Write(Witness? witness, Utf8JsonWriter json)
    {
        if (witness is null)
        {
            json.WriteNull("witness");
            return;
        }

        json.WriteStartObject("witness");
        json.WriteString("subject", witness.Subject);
        json.WriteString("day", Day(witness.Day));
        json.WriteStartArray("facts");
        foreach (WitnessFact fact in witness.Facts)
        {
            json.WriteStartObject();
            json.WriteString("name", fact.Name);
            json.WriteString("value", fact.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string NameOf(ProofOutcome outcome) => outcome switch
    {
        ProofOutcome.Equal => "equal",
        ProofOutcome.Stricter => "stricter",
        ProofOutcome.Looser => "looser",
        ProofOutcome.Incomparable => "incomparable",
        _ => "cannotTell",
    };
}
