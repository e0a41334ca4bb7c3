using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Facts;

public sealed class TextHeadTests
{
    [Fact]
    public void Heads_are_the_first_bytes_with_zeros_behind_so_that_they_are_ordered_as_texts_of_any_length_are()
    {
        byte[] text = [.. "abcdabcdz"u8];
        for (int length = 0; length < text.Length; length++)
        {
            byte[] padded = new byte[TextHead.Length];
            text.AsSpan(0, Math.Min(length, padded.Length)).CopyTo(padded);
            Assert.Equal(padded.Aggregate(0UL, (head, unit) => (head << 8) | unit), TextHead.Of(text.AsSpan(0, length)));
        }
    }
}
