using System.Text.Json;

namespace ComplianceRules.Facts;

/// <summary>From where on rows are read from bytes.</summary>
/// <param name="State">How the cursor stood before the first of them.</param>
/// <param name="Depth">How many brackets were open.</param>
/// <param name="FirstRow">How many rows were open.</param>
internal readonly record struct HandoverBase(JsonReaderState State, int Depth, int FirstRow);
