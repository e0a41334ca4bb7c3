using System.Text.Json;
using ComplianceRules.Findings;
using ComplianceRules.Proofs;

namespace ComplianceRules.Reports;

/// <summary>Writes what was proved of rules as one indented JSON array.</summary>
/// <remarks>UTF-8 without a byte order mark; lines end with a line feed. The shape is that of <c>proofs.schema.json</c>. May be shared between threads.</remarks>
public static class JsonProofWriter
{
    /// <summary>Writes comparisons; the stream stays open.</summary>
    /// <param name="proofs">What is written.</param>
    /// <param name="output">Where to.</param>
    public static void Write(IEnumerable<RuleProof> proofs, Stream output)
    {
        ArgumentNullException.ThrowIfNull(proofs);
        ArgumentNullException.ThrowIfNull(output);
        using (Utf8JsonWriter json = new(output, AssessmentJson.Options(indented: true)))
        {
            json.WriteStartArray();
            foreach (RuleProof proof in proofs) Write(json, proof);
            json.WriteEndArray();
        }

        output.Write("\n"u8);
    }

    private static void Write(Utf8JsonWriter json, RuleProof proof)
    {
        json.WriteStartObject();
        json.WriteString("rule", proof.Rule);
        json.WriteString("pack", proof.Pack);
        json.WriteString("replacement", proof.Replacement);
        json.WriteBoolean("relaxes", proof.IsRelaxed);
        JsonValues.WriteDate(json, "from", proof.Span.From);
        JsonValues.WriteDate(json, "until", proof.Span.Until);
        json.WriteStartArray("changes");
        foreach (ParameterChange change in proof.Changes) Write(json, change);
        json.WriteEndArray();
        json.WriteString("outcome", JsonNames.Of(proof.Comparison.Outcome));
        json.WriteString("term", proof.Comparison.Term);
        Write(json, proof.Comparison.Witness);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ParameterChange change)
    {
        json.WriteStartObject();
        json.WriteString("parameter", change.Parameter);
        json.WriteString("key", change.Key);
        json.WriteString("before", change.Before);
        json.WriteString("after", change.After);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Witness? witness)
    {
        if (witness is null)
        {
            json.WriteNull("witness");
            return;
        }

        json.WriteStartObject("witness");
        json.WriteString("subject", witness.Subject);
        JsonValues.WriteDate(json, "day", witness.Day);
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
}
