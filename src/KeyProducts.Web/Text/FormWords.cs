using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace KeyProducts.Web.Text;

/// <summary>Gives the sentences of form checks their key, so that the framework's own English never shows.</summary>
public sealed class FormWords : IValidationMetadataProvider
{
    private static readonly string? FrameworksOwn = new EmailAddressAttribute().ErrorMessage;

    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            // Unlike the others this one brings a sentence of its own, in the framework's English.
            if (attribute is EmailAddressAttribute && attribute.ErrorMessage == FrameworksOwn)
            {
                attribute.ErrorMessage = "This is not an e-mail address.";
            }

            attribute.ErrorMessage ??= attribute switch
            {
                RequiredAttribute => "Fill in this field.",
                StringLengthAttribute => "At most {1} characters.",
                RangeAttribute => "The value must lie between {1} and {2}.",
                CompareAttribute => "The two entries differ.",
                _ => null,
            };
        }
    }
}

/// <summary>The sentences of model binding itself.</summary>
public sealed class BindingWords(IStringLocalizer<Words> T) : IConfigureOptions<MvcOptions>
{
    public void Configure(MvcOptions options)
    {
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => T["“{0}” is not valid here.", value]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => T["“{0}” is not valid here.", value]);
        messages.SetUnknownValueIsInvalidAccessor(_ => T["This value is not valid."]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => T["This value is not valid."]);
        messages.SetValueIsInvalidAccessor(value => T["“{0}” is not valid here.", value]);
        messages.SetValueMustBeANumberAccessor(_ => T["Give a number."]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => T["Give a number."]);
        messages.SetValueMustNotBeNullAccessor(_ => T["Fill in this field."]);
        messages.SetMissingBindRequiredValueAccessor(_ => T["Fill in this field."]);
        messages.SetMissingKeyOrValueAccessor(() => T["Fill in this field."]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => T["Fill in this field."]);
    }
}
