namespace KeyProducts.Web.Text;

/// <summary>Names the one resource file: the English sentence is the key, <c>Words.vi.resx</c> holds the Vietnamese.</summary>
public sealed class Words;
